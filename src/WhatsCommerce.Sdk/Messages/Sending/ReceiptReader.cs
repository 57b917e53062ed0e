namespace WhatsCommerce.Messages;

/// <summary>Reads the members of a successful response to a send that the receipt needs.</summary>
/// <remarks>
/// Hand-written, because the serializer takes much longer for these five texts, for every message sent. Members come in any order; unknown
/// members and other types are skipped, and the first contact and message are used, since only one message is sent.
/// </remarks>
internal ref struct ReceiptReader
{
    private string? _id;
    private string? _status;
    private string? _input;
    private string? _waId;
    private string? _userId;

    /// <summary>Reads a response; <see langword="null"/> when it contains no message id.</summary>
    /// <exception cref="JsonException">It is not a JSON object.</exception>
    public static MessageReceipt? Read(byte[] json)
    {
        Utf8JsonReader reader = new(json);
        ReceiptReader response = default;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The response is not a JSON object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isContacts = reader.ValueTextEquals("contacts"u8);
            bool isMessages = reader.ValueTextEquals("messages"u8);
            reader.Read();
            if ((isContacts || isMessages) && reader.TokenType == JsonTokenType.StartArray)
            {
                response.ReadFirst(ref reader, isMessages);
            }
            else
            {
                reader.Skip();
            }
        }

        return string.IsNullOrEmpty(response._id)
            ? null
            : new MessageReceipt
            {
                Id = response._id,
                Status = response._status,
                Input = response._input,
                WaId = response._waId,
                UserId = response._userId
            };
    }

    private void ReadFirst(ref Utf8JsonReader reader, bool isMessage)
    {
        bool isFirst = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (isFirst && reader.TokenType == JsonTokenType.StartObject)
            {
                ReadMembers(ref reader, isMessage);
            }
            else
            {
                reader.Skip();
            }

            isFirst = false;
        }
    }

    private void ReadMembers(ref Utf8JsonReader reader, bool isMessage)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (isMessage && reader.ValueTextEquals("id"u8))
            {
                _id = Text(ref reader) ?? _id;
            }
            else if (isMessage && reader.ValueTextEquals("message_status"u8))
            {
                _status = Text(ref reader) ?? _status;
            }
            else if (!isMessage && reader.ValueTextEquals("input"u8))
            {
                _input = Text(ref reader) ?? _input;
            }
            else if (!isMessage && reader.ValueTextEquals("wa_id"u8))
            {
                _waId = Text(ref reader) ?? _waId;
            }
            else if (!isMessage && reader.ValueTextEquals("user_id"u8))
            {
                _userId = Text(ref reader) ?? _userId;
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString();
        }

        reader.Skip();
        return null;
    }
}
