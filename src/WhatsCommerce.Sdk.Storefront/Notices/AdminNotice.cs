namespace WhatsCommerce.Storefronts;

/// <summary>What an admin is told: for a handler of your own, <see cref="AdminNoticeOptions.Handler"/>.</summary>
public sealed partial record AdminNotice
{
    /// <summary>Gets what it reports.</summary>
    public required AdminNoticeKinds Kind { get; init; }

    /// <summary>Gets the event that it reports; its <see cref="StorefrontEvent.Id"/> is the same whenever the notice is repeated.</summary>
    public required StorefrontEvent Event { get; init; }

    /// <summary>Gets the text, in <see cref="AdminNoticeOptions.Language"/>.</summary>
    [Sensitive]
    public required string Text { get; init; }

    /// <summary>Gets the product that was asked about; absent for all else.</summary>
    public RetailerId RetailerId { get; init; }

    /// <summary>Gets its name; <see langword="null"/> when it is not known.</summary>
    public string? ProductName { get; init; }

    /// <summary>Gets the number of the order; <see langword="null"/> when there is none.</summary>
    public string? OrderNumber { get; init; }
}
