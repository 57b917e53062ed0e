namespace WhatsCommerce.BlockList;

/// <summary>A customer whom Meta did not block or unblock.</summary>
/// <param name="Customer">Who.</param>
/// <param name="Errors">Why, for instance that the customer did not write within the last 24 hours.</param>
public sealed record BlockListFailure(BlockedCustomer Customer, IReadOnlyList<GraphError> Errors);
