using WhatsCommerce.Testing.Judging.Orders;
using WhatsCommerce.Testing.Judging.Products;

namespace WhatsCommerce.Testing.Judging.Templates;

/// <summary>
/// The rules for the parameters of a template's buttons. Source: Meta, templates/components and the pages of each kind of template.
/// </summary>
internal static class TemplateButtonParameterRules
{
    public static Refusal? Judge(Place button, HashSet<long> seen, DateTimeOffset now)
    {
        Place subType = button["sub_type"];
        if ((subType.NeedText() ?? Index(button["index"], subType.Text!.ToLowerInvariant(), seen)) is { } refusal)
        {
            return refusal;
        }

        Place parameters = button["parameters"];
        return subType.Text!.ToLowerInvariant() switch
        {
            "quick_reply" => parameters.Each(QuickReply),
            "url" => parameters.Each(Url),
            "copy_code" => parameters.NeedArray("parameters", 1, 1) ?? parameters.Each(Coupon),
            "catalog" => parameters.Each(Catalog),
            "mpm" => parameters.NeedArray("parameters", 1, 1) ?? parameters.Each(Products),
            "flow" => parameters.Each(Flow),
            "order_details" => parameters.NeedArray("parameters", 1, 1)
                ?? parameters.Each(parameter => Action(parameter) ?? OrderRules.Judge(parameter["action"]["order_details"], now)),
            "payment_request" => parameters.NeedArray("parameters", 1, 1) ?? parameters.Each(PaymentRequest),
            "voice_call" => parameters.Each(Call),
            "otp" or "phone_number" or "request_contact_info" or "spm" => null,
            _ => subType.Wrong($"is not a type of button - got \"{subType.Text}\""),
        };
    }

    // Meta's page on call buttons omits the index.
    private static Refusal? Index(Place index, string subType, HashSet<long> seen) =>
        !index.IsThere && subType == "voice_call"
            ? null
            : index.NeedWhole(0, Limits.TemplateButtons - 1) ?? (
                seen.Add(index.Whole!.Value) ? null : index.Wrong("must be unique among the buttons"));

    // In Meta's own example of a quick reply, the text is a boolean.
    private static Refusal? QuickReply(Place parameter) => TemplateParameterRules.Type(parameter, "payload", "text")
        ?? (parameter["type"].Text == "payload"
            ? parameter["payload"].NeedText()
            : parameter["text"].IsThere ? null : parameter["text"].Missing());

    private static Refusal? Url(Place parameter) =>
        TemplateParameterRules.Type(parameter, "text") ?? TemplateParameterRules.Line(parameter["text"], Limits.TemplateUrl);

    private static Refusal? Coupon(Place parameter) =>
        TemplateParameterRules.Type(parameter, "coupon_code")
        ?? parameter["coupon_code"].NeedText("Coupon code", Limits.CouponCode)
        ?? TemplateParameterRules.Line(parameter["coupon_code"], Limits.CouponCode);

    private static Refusal? Catalog(Place parameter)
    {
        Place thumbnail = parameter["action"]["thumbnail_product_retailer_id"];
        return Action(parameter) ?? (thumbnail.IsThere ? ProductRules.RetailerId(thumbnail, out _) : null);
    }

    private static Refusal? Products(Place parameter) =>
        Action(parameter)
        ?? ProductRules.RetailerId(parameter["action"]["thumbnail_product_retailer_id"], out _)
        ?? ProductRules.Sections(parameter["action"], []);

    private static Refusal? Flow(Place parameter) =>
        Action(parameter) ?? parameter["action"]["flow_token"].AllowText() ?? parameter["action"]["flow_action_data"].AllowObject()
        ?? (parameter["action"].Members.Any() ? null : parameter["action"].Wrong("must not be empty"));

    private static Refusal? PaymentRequest(Place parameter)
    {
        Place setting = parameter["action"]["payment_request"]["payment_setting"];
        return Action(parameter)
            ?? setting.NeedObject()
            ?? setting["type"].NeedWord("boleto", "payment_link", "pix_dynamic_code")
            ?? setting["type"].Text switch
        {
            "boleto" => setting["boleto"]["digitable_line"].NeedText(),
            "payment_link" => setting["payment_link"]["uri"].NeedWebAddress(),
            _ => setting["pix_dynamic_code"]["code"].NeedText(),
        };
    }

    private static Refusal? Call(Place parameter) => TemplateParameterRules.Type(parameter, "ttl_minutes", "payload")
        ?? (parameter["type"].Text == "payload"
            ? parameter["payload"].NeedText("Payload", Limits.CallButtonPayload)
            : parameter["ttl_minutes"].NeedWhole(Limits.CallButtonMinMinutes, Limits.CallButtonMinutes));

    private static Refusal? Action(Place parameter) => TemplateParameterRules.Type(parameter, "action") ?? parameter["action"].NeedObject();
}
