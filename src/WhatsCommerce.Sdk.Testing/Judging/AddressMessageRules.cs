namespace WhatsCommerce.Testing.Judging;

/// <summary>The rules of a message that asks for a delivery address, in India. Source: Meta, messages/address-messages.</summary>
internal static class AddressMessageRules
{
    public static Refusal? Judge(Place action)
    {
        Place parameters = action["parameters"];
        HashSet<string> ids = new(StringComparer.Ordinal);
        return parameters.NeedObject()
            ?? parameters["country"].NeedWord("IN")
            ?? Values(parameters["values"])
            ?? parameters["saved_addresses"].AllowArray()
            ?? parameters["saved_addresses"].Each(address =>
                address.NeedObject()
                ?? address["id"].NeedText()
                ?? address["id"].NeedUnique(ids)
                ?? address["value"].NeedObject()
                ?? Values(address["value"]))
            ?? parameters["validation_errors"].AllowObject()
            ?? parameters["validation_errors"].Members.Select(error => error.NeedText()).FirstOrDefault(refusal => refusal is not null);
    }

    /// <summary>What the form is filled with: texts by the form's own names.</summary>
    public static Refusal? Values(Place values) =>
        values.AllowObject()
        ?? values["in_pin_code"].AllowText("Pin code", Limits.AddressPinCode)
        ?? values.Members.Select(value => value.AllowText()).FirstOrDefault(refusal => refusal is not null);
}
