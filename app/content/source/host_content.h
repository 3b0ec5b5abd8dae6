// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/content/host.h"
#include "app/content/source/ledger.h"

/// What own content has from the packs beside which it will be opened.
namespace phaseboard::content {

/// Adds the concepts and formulas of `host` behind those of `pack`, and reports ids of questions
/// and concepts that the host has already.
void takeFromHost(const Host& host, Pack& pack, Ledger& ledger);

/// Takes the concepts of `host` that nothing in `pack` mentions out again.
void keepUsedConcepts(const Host& host, const Ledger& ledger, Pack& pack);

}  // namespace phaseboard::content
