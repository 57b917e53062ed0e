namespace WhatsCommerce.Storefronts;

/// <summary>Represents a notification to an admin, as passed to your own <see cref="AdminNoticeOptions.Handler"/>.</summary>
public sealed partial record AdminNotice
{
    /// <summary>Gets the kind of the notification.</summary>
    public required AdminNoticeKinds Kind { get; init; }

    /// <summary>Gets the event that is reported; its <see cref="StorefrontEvent.Id"/> is the same on every retry.</summary>
    public required StorefrontEvent Event { get; init; }

    /// <summary>Gets the text, in <see cref="AdminNoticeOptions.Language"/>.</summary>
    [Sensitive]
    public required string Text { get; init; }

    /// <summary>Gets the retailer id of the product that was asked about; absent for other kinds.</summary>
    public RetailerId RetailerId { get; init; }

    /// <summary>Gets the name of the product; <see langword="null"/> when it is not known.</summary>
    public string? ProductName { get; init; }

    /// <summary>Gets the order number; <see langword="null"/> when there is none.</summary>
    public string? OrderNumber { get; init; }
}
