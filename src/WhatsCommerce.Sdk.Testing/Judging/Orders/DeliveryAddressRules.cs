namespace WhatsCommerce.Testing.Judging.Orders;

/// <summary>
/// The rules for a delivery address in India: texts under the names of the address form. Source: Meta, messages/address-messages and
/// payments/payments-in/pg.
/// </summary>
internal static class DeliveryAddressRules
{
    public static Refusal? Judge(Place values) =>
        values.AllowObject()
        ?? values["in_pin_code"].AllowText("Pin code", Limits.AddressPinCode)
        ?? values.Members.Select(value => value.AllowText()).FirstOrDefault(refusal => refusal is not null);
}
