namespace WhatsCommerce.Testing.Judging.Orders;

/// <summary>
/// The rules for the payment methods of an order. Source: Meta, payments/payments-br and payments/payments-in, <c>payment_settings</c>.
/// </summary>
internal static class PaymentRules
{
    private static readonly string[] Types =
        ["boleto", "offsite_card_pay", "payment_gateway", "payment_link", "payu", "pix_dynamic_code", "razorpay", "upi_intent_link"];

    public static Refusal? Judge(Place parameters, bool isIndian)
    {
        Place configuration = parameters["payment_configuration"];
        Place settings = parameters["payment_settings"];
        return configuration.AllowText("Payment configuration", Limits.PaymentConfiguration)
            ?? settings.AllowArray()
            ?? (isIndian && settings.Count == 0 && string.IsNullOrWhiteSpace(configuration.Text)
                ? Refusals.Missing($"The parameter {settings.Path} or {configuration.Path} is required.")
                : null)
            ?? settings.Each(setting => Setting(setting, isIndian));
    }

    private static Refusal? Setting(Place setting, bool isIndian)
    {
        if (setting["type"].NeedWord(Types) is { } unknown)
        {
            return unknown;
        }

        string type = setting["type"].Text!;
        Place content = setting[type];
        bool belongs = type switch
        {
            "boleto" or "offsite_card_pay" or "pix_dynamic_code" => !isIndian,
            "payment_link" => true,
            _ => isIndian,
        };
        return !belongs ? setting["type"].Wrong($"{type} is not allowed in this currency")
            : content.NeedObject() ?? type switch
            {
                "boleto" => content["digitable_line"].NeedText(),
                "offsite_card_pay" => Card(content),
                "payment_gateway" => Gateway(content),
                "payment_link" => content["uri"].NeedWebAddress(),
                "pix_dynamic_code" => content["code"].NeedText()
                    ?? content["merchant_name"].NeedText()
                    ?? content["key"].NeedText()
                    ?? content["key_type"].NeedWord("CPF", "CNPJ", "EMAIL", "PHONE", "EVP"),
                "upi_intent_link" => content["link"].NeedText()
                    ?? (content["link"].Text!.StartsWith("upi://", StringComparison.OrdinalIgnoreCase)
                        ? null
                        : content["link"].Wrong("must begin with upi://")),
                _ => content["encrypted_payment_gateway_data"].NeedText(),
            };
    }

    private static Refusal? Card(Place card)
    {
        Place digits = card["last_four_digits"];
        return digits.NeedText()
            ?? (digits.Text is { Length: 4 } four && !four.AsSpan().ContainsAnyExceptInRange('0', '9')
                ? null
                : digits.Wrong("must have four digits"))
            ?? card["credential_id"].NeedText();
    }

    // The settings of a gateway are in a member with the name of the gateway.
    private static Refusal? Gateway(Place gateway)
    {
        Place kept = gateway[gateway["type"].Text ?? ""];
        return gateway["type"].NeedWord("billdesk", "payu", "razorpay", "zaakpay")
            ?? gateway["configuration_name"].NeedText("Configuration name", Limits.PaymentConfiguration)
            ?? kept.AllowObject()
            ?? gateway["type"].Text switch
            {
                "razorpay" => kept["receipt"].AllowText("Receipt", Limits.RazorpayReceipt)
                    ?? kept["notes"].AllowObject()
                    ?? (kept["notes"].Members.Count() > Limits.RazorpayNotes
                        ? kept["notes"].WrongCount("notes", 0, Limits.RazorpayNotes)
                        : null)
                    ?? Fields(kept["notes"], Limits.RazorpayNote),
                "payu" => Fields(kept, Limits.PayUField),
                "billdesk" => Fields(kept, Limits.BillDeskField),
                _ => Fields(kept, Limits.ZaakpayField),
            };
    }

    private static Refusal? Fields(Place fields, int limit) =>
        fields.Members.Select(field => field.AllowText("Value", limit)).FirstOrDefault(refusal => refusal is not null);
}
