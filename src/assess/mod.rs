//! The questions a user asks of a plan, one file each, answered by pure functions
//! from a checked plan.

mod answer;
mod assessment;
mod checks;
mod choices;
mod control_total;
mod entitlement;
mod figures;
mod group;
mod matrix;
mod member;
mod performance;
mod position;
mod waterfall;
mod year_end;

pub use answer::Answer;
pub use assessment::{Assessment, Missing, SchemeLine, assess, unfold};
pub use checks::Check;
pub use choices::PlanChoice;
pub use control_total::Version;
pub use entitlement::{Element, ElementRows, Entitlement, FundRows};
pub use figures::{ByQuarter, FigureVisitor};
pub use group::{Group, GroupKind};
pub use matrix::Matrix;
pub use member::Member;
pub use performance::{MeasureResult, PartResult};
pub use position::Position;
pub use waterfall::{Waterfall, WaterfallStep};
pub use year_end::YearEnd;
