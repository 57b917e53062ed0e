namespace WhatsCommerce;

/// <summary>The limits of <see cref="MemoryCustomerIdentities"/>.</summary>
public sealed class MemoryCustomerIdentitiesOptions
{
    /// <summary>
    /// Gets or sets the most customers that are remembered, about 500 bytes each. The default is 50,000. Beyond that, the customer who was
    /// not seen for the longest time is evicted, and is a new customer when seen again.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Capacity
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 50_000;
}
