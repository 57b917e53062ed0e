using WhatsCommerce.Testing.Judging.Orders;

namespace WhatsCommerce.Testing.Judging.Interactive;

/// <summary>The rules for a message that asks for a delivery address, in India. Source: Meta, messages/address-messages.</summary>
internal static class AddressMessageRules
{
    public static Refusal? Judge(Place action)
    {
        Place parameters = action["parameters"];
        HashSet<string> ids = new(StringComparer.Ordinal);
        return parameters.NeedObject()
            ?? parameters["country"].NeedWord("IN")
            ?? DeliveryAddressRules.Judge(parameters["values"])
            ?? parameters["saved_addresses"].AllowArray()
            ?? parameters["saved_addresses"].Each(address =>
                address.NeedObject()
                ?? address["id"].NeedText()
                ?? address["id"].NeedUnique(ids)
                ?? address["value"].NeedObject()
                ?? DeliveryAddressRules.Judge(address["value"]))
            ?? parameters["validation_errors"].AllowObject()
            ?? parameters["validation_errors"].Members.Select(error => error.NeedText()).FirstOrDefault(refusal => refusal is not null);
    }
}
