namespace WhatsCommerce;

/// <summary>How much <see cref="MemoryCustomerIdentities"/> remembers.</summary>
public sealed class MemoryCustomerIdentitiesOptions
{
    /// <summary>
    /// How many customers at most, some 500 bytes each. 50,000 unless set. Beyond it whoever was not seen for the longest time is forgotten,
    /// and is a new customer when seen again.
    /// </summary>
    public int Capacity { get; set; } = 50_000;
}
