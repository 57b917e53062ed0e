namespace CornerShop;

/// <summary>The section <c>Shop</c> of the configuration.</summary>
public sealed class ShopOptions
{
    /// <summary>Where customers reach the checkout page.</summary>
    public required Uri PublicAddress { get; set; }

    /// <summary>After how long a confirmation that could not be sent is tried again.</summary>
    public TimeSpan ConfirmationPause { get; set; } = TimeSpan.FromSeconds(10);
}
