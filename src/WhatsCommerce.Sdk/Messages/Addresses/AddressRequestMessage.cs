namespace WhatsCommerce.Messages;

/// <summary>A message that asks a customer in India for a delivery address. Created by <see cref="Message.AddressRequest"/>.</summary>
public sealed class AddressRequestMessage : HeadedMessage
{
    // The only country in which Meta offers these messages.
    private const string India = "IN";

    internal AddressRequestMessage(MessageHeader? header, string body, string? footer)
        : base(header, body, footer) { }

    /// <inheritdoc/>
    public override string Kind => "address_message";

    /// <summary>The initial values of the form, or <see langword="null"/>.</summary>
    public AddressValues? Values { get; internal init; }

    /// <summary>The addresses to choose from; empty if none is known.</summary>
    public ImmutableArray<SavedAddress> SavedAddresses { get; internal init; } = [];

    /// <summary>The errors in a previous reply, by field; empty the first time.</summary>
    public IReadOnlyDictionary<AddressField, string> ValidationErrors { get; internal init; } =
        ImmutableDictionary<AddressField, string>.Empty;

    private protected override void WriteAction(Utf8JsonWriter writer)
    {
        writer.WriteString("name"u8, "address_message"u8);
        writer.WriteStartObject("parameters"u8);
        writer.WriteString("country"u8, India);
        if (Values is not null)
        {
            writer.WritePropertyName("values"u8);
            Values.Write(writer);
        }

        WriteSavedAddresses(writer);
        if (ValidationErrors.Count > 0)
        {
            writer.WriteStartObject("validation_errors"u8);
            foreach ((AddressField field, string error) in ValidationErrors)
            {
                writer.WriteString(field.Value!, error);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private void WriteSavedAddresses(Utf8JsonWriter writer)
    {
        if (SavedAddresses.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray("saved_addresses"u8);
        foreach (SavedAddress address in SavedAddresses)
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, address.Id);
            writer.WritePropertyName("value"u8);
            address.Values.Write(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
