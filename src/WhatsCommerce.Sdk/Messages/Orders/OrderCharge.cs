namespace WhatsCommerce.Messages;

/// <summary>An amount that is added to or deducted from the items of an order: tax, shipping or discount.</summary>
/// <param name="Amount">The amount.</param>
/// <param name="Description">The description.</param>
/// <param name="ProgramName">For a discount: the name of its program.</param>
internal readonly record struct OrderCharge(Money Amount, string? Description = null, string? ProgramName = null);
