//! What the page starts with: the allocator, words for a panic, and the version.

use wasm_bindgen::prelude::*;

/// Half the size of the allocator that comes with the target, and as fast.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Called once by the page: a panic then says in the console what it was.
#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// The program's version.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    crate::VERSION.to_owned()
}
