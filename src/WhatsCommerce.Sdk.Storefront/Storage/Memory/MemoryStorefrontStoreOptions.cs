namespace WhatsCommerce.Storefronts;

/// <summary>The limits of <see cref="MemoryStorefrontStore"/>.</summary>
/// <remarks>Set with <c>services.Configure&lt;MemoryStorefrontStoreOptions&gt;(...)</c>.</remarks>
public sealed class MemoryStorefrontStoreOptions
{
    /// <summary>
    /// Gets or sets how long a cart that was ordered, replaced or dropped is kept after <see cref="Cart.ExpiresAt"/>, and the id of a
    /// provider's webhook after it came; 30 days unless set. A webhook that is delivered again after that is read back again, which changes
    /// nothing.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan Retention
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromDays(30);
}
