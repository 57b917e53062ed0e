namespace WhatsCommerce.Messages;

/// <summary>An address that the business knows of the customer and offers to choose.</summary>
public sealed class SavedAddress
{
    internal SavedAddress(string id, AddressValues values)
    {
        Id = id;
        Values = values;
    }

    /// <summary>What the answer carries when the customer chooses this address.</summary>
    public string Id { get; }

    /// <summary>The address.</summary>
    public AddressValues Values { get; }
}
