namespace WhatsCommerce.Messages;

/// <summary>Represents an address of the customer that the business knows and offers to choose.</summary>
public sealed class SavedAddress
{
    internal SavedAddress(string id, AddressValues values)
    {
        Id = id;
        Values = values;
    }

    /// <summary>The id in the reply when the customer chooses this address.</summary>
    public string Id { get; }

    /// <summary>The address.</summary>
    public AddressValues Values { get; }
}
