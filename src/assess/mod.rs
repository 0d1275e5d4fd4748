//! The questions a user asks of a plan, one file each, answered by pure functions
//! from a checked plan.

mod accrual;
mod allocation;
mod answer;
mod assessment;
mod checks;
mod choices;
mod conditions;
mod control_total;
mod decisions;
mod entitlement;
mod figures;
mod flex;
mod fund;
mod group;
mod matrix;
mod member;
mod outcome;
mod performance;
mod plain;
mod position;
mod statement;
mod strand;
mod system;
mod waterfall;
mod year_end;

pub use answer::Answer;
pub use assessment::{Assessment, ChangeLine, Missing, SchemeLine, assess};
pub use checks::Check;
pub use choices::PlanChoice;
pub use conditions::{ConditionResult, Eligibility};
pub use control_total::Version;
pub use figures::ByQuarter;
pub use flex::{FlexMove, FlexResult};
pub use fund::{Element, ElementRows, Entitlement, FundRows};
pub use group::{Group, GroupKind};
pub use matrix::Matrix;
pub use member::Member;
pub use performance::{MeasureResult, PartResult};
pub use plain::{unfold, unfold_at};
pub use position::Position;
pub use statement::{LineResult, StatementResult};
pub use waterfall::{Waterfall, WaterfallStep};
pub use year_end::YearEnd;
