namespace WhatsCommerce.Messages;

/// <summary>What is added to or taken off the items of an order: its tax, its shipping, its discount.</summary>
/// <param name="Amount">How much.</param>
/// <param name="Description">What for.</param>
/// <param name="ProgramName">Of a discount: the program that gives it.</param>
internal readonly record struct OrderCharge(Money Amount, string? Description = null, string? ProgramName = null);
