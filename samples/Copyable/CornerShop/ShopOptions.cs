namespace CornerShop;

/// <summary>The section <c>Shop</c> of the configuration.</summary>
public sealed class ShopOptions
{
    /// <summary>The public address of the checkout page.</summary>
    public required Uri PublicAddress { get; set; }

    /// <summary>How long to wait before a failed confirmation is retried.</summary>
    public TimeSpan ConfirmationPause { get; set; } = TimeSpan.FromSeconds(10);
}
