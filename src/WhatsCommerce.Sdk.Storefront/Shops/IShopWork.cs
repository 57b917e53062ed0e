namespace WhatsCommerce.Storefronts;

/// <summary>Work that is done for a shop again and again, as long as the app runs. Added to the blueprint of the shop.</summary>
internal interface IShopWork
{
    /// <summary>Wakes the work before its time; null when only time does.</summary>
    OutboxSignal? Signal => null;

    /// <summary>Whether a run may take minutes: few such runs are under way at once, so that they do not stand before short ones.</summary>
    bool IsLong => false;

    /// <summary>
    /// The name under which several instances divide the work, so that one does it at a time; null when each instance does it. It is
    /// stored: keep it.
    /// </summary>
    string? SharedName => null;

    /// <summary>Does what is due. A failure is logged, and the work is tried again.</summary>
    /// <returns>
    /// How long to wait until it is to be done again: nothing when there is more to do now, <see cref="Timeout.InfiniteTimeSpan"/> for
    /// never again.
    /// </returns>
    Task<TimeSpan> RunAsync(CancellationToken cancellationToken);
}
