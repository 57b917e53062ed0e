namespace WhatsCommerce.Messages;

/// <summary>A phone number of a contact.</summary>
public sealed class ContactPhone
{
    /// <summary>Initializes a phone number.</summary>
    /// <param name="phone">The number as shown.</param>
    /// <param name="type">What kind of number, such as <c>WORK</c> or <c>Mobile</c>; or <see langword="null"/>.</param>
    /// <param name="waId">The WhatsApp id of the number, with which the customer can open a chat; or <see langword="null"/>.</param>
    public ContactPhone(string? phone, string? type = null, string? waId = null)
    {
        Phone = phone;
        Type = type;
        WaId = waId;
    }

    /// <summary>The number as shown.</summary>
    public string? Phone { get; }

    /// <summary>The type of number, or <see langword="null"/>.</summary>
    public string? Type { get; }

    /// <summary>The WhatsApp id of the number; without it, the customer can invite the contact instead of opening a chat.</summary>
    public string? WaId { get; }

    internal void Validate(Violations violations, WirePath path)
    {
        violations.RequireText(path.Below(".phone"), Phone, "The phone number");
        violations.AllowText(path.Below(".type"), Type, "The type");
        violations.AllowText(path.Below(".wa_id"), WaId, "The WhatsApp id");
        if (PhoneText.HoldsTrunkDigit(WaId))
        {
            violations.Add(path.Below(".wa_id"), ViolationRule.Format, PhoneText.TrunkDigit);
        }
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("phone"u8, Phone);
        writer.WriteOptional("type"u8, Type);
        writer.WriteOptional("wa_id"u8, WaId);
    }
}
