using WhatsCommerce.Testing.Judging.Products;

namespace WhatsCommerce.Testing.Judging.Orders;

/// <summary>
/// The rules for an order that requests payment, in a message or in a template's button. Orders are paid in Brazil (BRL) and India (INR)
/// only. Source: Meta, payments/payments-br/orders and payments/payments-in/pg.
/// </summary>
internal static class OrderRules
{
    private static readonly SearchValues<char> ReferenceIdCharacters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_.-");

    public static Refusal? Judge(Place parameters, DateTimeOffset now)
    {
        bool isIndian = parameters["currency"].Text == "INR";
        return parameters.NeedObject()
            ?? parameters["currency"].NeedWord("BRL", "INR")
            ?? ReferenceId(parameters["reference_id"], isIndian ? Limits.ReferenceIdInIndia : Limits.ReferenceId)
            ?? parameters["type"].NeedWord("digital-goods", "physical-goods")
            ?? parameters["payment_type"].AllowText()
            ?? PaymentRules.Judge(parameters, isIndian)
            ?? OrderAmountRules.Amount(parameters["total_amount"])
            ?? Receivers(parameters)
            ?? Order(parameters, isIndian, now);
    }

    /// <summary>The id that the business gives to an order.</summary>
    public static Refusal? ReferenceId(Place id, int limit) =>
        id.NeedText("Reference id", limit)
        ?? (id.Text.AsSpan().ContainsAnyExcept(ReferenceIdCharacters)
            ? id.Wrong("may contain only English letters, digits, underscores, dots and hyphens")
            : null);

    private static Refusal? Order(Place parameters, bool isIndian, DateTimeOffset now)
    {
        Place order = parameters["order"];
        if (!order.IsThere && !isIndian)
        {
            // In Brazil an order may consist of a total alone.
            return null;
        }

        Place items = order["items"];
        bool hasImages = items.Items.Any(item => item["image"].IsThere);
        return order.NeedObject()
            ?? order["status"].NeedWord("pending")
            ?? order["catalog_id"].AllowText()
            ?? Expiration(order["expiration"], isIndian, now)
            ?? items.NeedArray("items", 1, hasImages ? Limits.OrderItemsWithImages : int.MaxValue)
            ?? items.Each(item => Item(item, isIndian))
            ?? (hasImages && order["catalog_id"].IsThere
                ? order["catalog_id"].Wrong("is not allowed for items with images of their own")
                : null)
            ?? OrderAmountRules.Amount(order["subtotal"])
            ?? Charge(order["tax"], isRequired: true)
            ?? Charge(order["shipping"])
            ?? Charge(order["discount"])
            ?? OrderAmountRules.Sums(parameters["total_amount"], order);
    }

    private static Refusal? Expiration(Place expiration, bool isIndian, DateTimeOffset now)
    {
        if (!expiration.IsThere)
        {
            return null;
        }

        Place at = expiration["timestamp"];
        return at.NeedWhole(0, long.MaxValue)
            ?? (at.Whole < now.ToUnixTimeSeconds() + Limits.ExpirationSeconds
                ? at.Wrong($"must be at least {Limits.ExpirationSeconds} seconds in the future")
                : null)
            ?? (isIndian
                ? expiration["description"].AllowText("Expiration description", Limits.ExpirationDescription)
                : expiration["description"].NeedText("Expiration description", Limits.ExpirationDescription));
    }

    private static Refusal? Item(Place item, bool isIndian)
    {
        Place id = item["retailer_id"];
        return item.NeedObject()
            ?? (id.IsThere || !isIndian ? ProductRules.RetailerId(id, out _) : null)
            ?? item["name"].NeedText("Item name", Limits.OrderItemName)
            ?? (item["image"].IsThere ? item["image"]["link"].NeedWebAddress() : null)
            ?? (item["image"].IsThere && id.IsThere ? item["image"].Wrong("is not allowed for an item with a retailer_id") : null)
            ?? item["quantity"].NeedWhole(1, int.MaxValue)
            ?? OrderAmountRules.Price(item)
            ?? item["country_of_origin"].AllowText()
            ?? item["importer_name"].AllowText()
            ?? item["importer_address"].AllowObject();
    }

    private static Refusal? Charge(Place charge, bool isRequired = false) =>
        !charge.IsThere && !isRequired
            ? null
            : OrderAmountRules.Amount(charge)
                ?? charge["description"].AllowText("Description", Limits.ChargeDescription)
                ?? charge["discount_program_name"].AllowText("Discount program name", Limits.DiscountProgramName);

    // The recipient and the address of the goods: in India, for goods that are shipped.
    private static Refusal? Receivers(Place parameters) =>
        parameters["beneficiaries"].AllowArray()
        ?? parameters["beneficiaries"].Each(who =>
            who.NeedObject()
            ?? who["name"].NeedText("Beneficiary name", Limits.BeneficiaryName)
            ?? who["address_line1"].NeedText("Address line", Limits.BeneficiaryAddressLine)
            ?? who["address_line2"].AllowText("Address line", Limits.BeneficiaryAddressLine)
            ?? who["city"].NeedText()
            ?? who["state"].NeedText()
            ?? who["country"].NeedWord("India")
            ?? who["postal_code"].NeedText()
            ?? (who["postal_code"].Text is { Length: Limits.PostalCodeDigits } code && !code.AsSpan().ContainsAnyExceptInRange('0', '9')
                ? null
                : who["postal_code"].Wrong("must have six digits")))
        ?? parameters["shipping_info"].AllowObject()
        ?? parameters["shipping_info"]["addresses"].AllowArray()
        ?? parameters["shipping_info"]["addresses"].Each(DeliveryAddressRules.Judge);
}
