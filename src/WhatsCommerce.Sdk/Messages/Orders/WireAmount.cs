namespace WhatsCommerce.Messages;

/// <summary>Represents money as orders write it: an integer and its divisor, <c>{"value": 1234, "offset": 100}</c>.</summary>
/// <remarks>
/// Meta documents only the offset 100, for INR and BRL. Currencies with three or four decimals get the offset that keeps them exact; those
/// without decimals keep 100, so that 799 JPY is 79900 over 100.
/// </remarks>
internal static class WireAmount
{
    public static int OffsetOf(Currency currency) => currency.MinorUnits switch
    {
        3 => 1_000,
        4 => 10_000,
        _ => 100,
    };

    /// <summary>Whether the amount has no more decimals than its currency.</summary>
    public static bool HasWholeMinorUnits(Money money) =>
        money.Currency.MinorUnits is int digits && decimal.Round(money.Amount, digits, MidpointRounding.ToZero) == money.Amount;

    /// <summary>Whether the amount fits into 64 bits on the wire.</summary>
    public static bool Fits(Money money) => Math.Abs(money.Amount) <= long.MaxValue / (decimal)OffsetOf(money.Currency);

    /// <summary>Gets the integer of an amount that fits and has whole minor units; exact for such amounts.</summary>
    public static long ValueOf(Money money) => (long)(money.Amount * OffsetOf(money.Currency));

    /// <summary>The amount of an integer.</summary>
    public static Money ToMoney(Int128 value, Currency currency) => new((decimal)value / OffsetOf(currency), currency);

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Money money)
    {
        writer.WriteStartObject(name);
        WriteMembers(writer, money);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, OrderCharge charge)
    {
        writer.WriteStartObject(name);
        WriteMembers(writer, charge.Amount);
        writer.WriteOptional("description"u8, charge.Description);
        writer.WriteOptional("discount_program_name"u8, charge.ProgramName);
        writer.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter writer, Money money)
    {
        writer.WriteNumber("value"u8, ValueOf(money));
        writer.WriteNumber("offset"u8, OffsetOf(money.Currency));
    }
}
