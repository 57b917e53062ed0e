namespace WhatsCommerce.Storefronts;

/// <summary>
/// Money in minor units: <c>{"minor":799,"currency":"USD"}</c>. An amount that a page or a provider reported may not be representable in
/// minor units, and is stored as it was reported: <c>{"amount":"7.995","currency":"XTS"}</c>.
/// </summary>
internal sealed class MoneyJsonConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        long? minor = null;
        decimal amount = 0;
        string? currency = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            switch (name)
            {
                case "minor":
                    minor = reader.GetInt64();
                    break;
                case "amount":
                    amount = decimal.Parse(reader.GetString()!, CultureInfo.InvariantCulture);
                    break;
                case "currency":
                    currency = reader.GetString();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return minor is long units ? Money.FromMinorUnits(units, currency) : new Money(amount, currency);
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (MinorUnits.Of(value) is long minor)
        {
            writer.WriteNumber("minor", minor);
        }
        else
        {
            writer.WriteString("amount", value.Amount.ToString(CultureInfo.InvariantCulture));
        }

        writer.WriteString("currency", value.Currency.Code);
        writer.WriteEndObject();
    }
}
