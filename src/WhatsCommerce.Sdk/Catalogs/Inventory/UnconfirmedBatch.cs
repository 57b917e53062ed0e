namespace WhatsCommerce.Catalogs;

/// <summary>A batch of which it is not known whether its items are in the catalog. They may be sent again.</summary>
/// <param name="Handle">What to ask Meta by, with <see cref="ProductsClient.GetBatchAsync"/>; <see langword="null"/> when it gave none.</param>
/// <param name="Reason">Why it is not known.</param>
/// <param name="Items">The items.</param>
public sealed record UnconfirmedBatch(string? Handle, string Reason, IReadOnlyList<RetailerId> Items);
