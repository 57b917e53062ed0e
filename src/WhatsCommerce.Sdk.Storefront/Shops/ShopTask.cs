namespace WhatsCommerce.Storefronts;

/// <summary>Background work of a shop and when it is due. Changed under the lock of its schedule.</summary>
internal sealed class ShopTask(IShopWork work, ShopScope? shop)
{
    public IShopWork Work { get; } = work;

    /// <summary>The shop; null for the work that lists the shops of the directory.</summary>
    public ShopScope? Shop { get; } = shop;

    /// <summary>
    /// When it is due, by the clock of its schedule; null while it runs or waits for a thread, and when it is never due again.
    /// </summary>
    public TimeSpan? DueAt { get; set; }

    public bool IsRunning { get; set; }

    /// <summary>Whether it was woken while it ran.</summary>
    public bool IsWoken { get; set; }

    public bool IsEnded { get; set; }
}
