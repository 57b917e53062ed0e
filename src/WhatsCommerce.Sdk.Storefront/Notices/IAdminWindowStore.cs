namespace WhatsCommerce.Storefronts;

/// <summary>Stores the 24-hour windows of admins, across restarts and for all instances.</summary>
internal interface IAdminWindowStore
{
    /// <summary>Stores the end of a window, unless a later one is stored.</summary>
    Task ExtendAsync(string admin, PhoneNumberId number, DateTimeOffset endsAt, CancellationToken cancellationToken);

    /// <summary>Finds the end of a window; null when none is known.</summary>
    Task<DateTimeOffset?> FindAsync(string admin, PhoneNumberId number, CancellationToken cancellationToken);
}
