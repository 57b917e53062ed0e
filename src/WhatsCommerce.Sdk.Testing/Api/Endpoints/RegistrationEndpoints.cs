using WhatsCommerce.Testing.Judging.Numbers;

namespace WhatsCommerce.Testing;

/// <summary>Registering a number, and what it does on its own. Source: Meta's published OpenAPI description.</summary>
internal static class RegistrationEndpoints
{
    /// <summary>Registers the number; from then on its PIN is the one given.</summary>
    public static ApiAnswer Register(ApiCall call, EmulatedNumber number)
    {
        ApiCall.Check(RequestRules.MessagingProduct(call.Text("messaging_product")) ?? RegistrationRules.Pin(call.Text("pin")));
        string pin = call.Text("pin")!;
        ApiCall.Check(number.Pin is null || number.Pin == pin
            ? null
            : new(400, 133005, "(#133005) Two step verification PIN Mismatch"));
        number.Pin = pin;
        number.IsRegistered = true;
        return ApiAnswer.Done();
    }

    // What a number that is no longer registered refuses is not documented: it goes on as before, but for where its data is stored.
    public static ApiAnswer Deregister(ApiCall call, EmulatedNumber number)
    {
        number.IsRegistered = false;
        return ApiAnswer.Done();
    }

    public static ApiAnswer RequestCode(ApiCall call, EmulatedNumber number)
    {
        ApiCall.Check(RegistrationRules.CodeRequest(call.Text("code_method"), call.Text("language")));
        return ApiAnswer.Done();
    }

    public static ApiAnswer VerifyCode(ApiCall call, EmulatedNumber number)
    {
        ApiCall.Check(RegistrationRules.Code(call.Text("code")));
        return ApiAnswer.Success(json =>
        {
            json.WriteBoolean("success", true);
            json.WriteString("id", number.Id.Value);
        });
    }

    public static ApiAnswer ReadSettings(ApiCall call, EmulatedNumber number) => ApiAnswer.Success(json =>
    {
        using JsonDocument settings = JsonDocument.Parse(number.Settings);
        foreach (JsonProperty setting in settings.RootElement.EnumerateObject())
        {
            setting.WriteTo(json);
        }
    });

    public static ApiAnswer Automate(ApiCall call, EmulatedNumber number)
    {
        ApiCall.Check(RegistrationRules.Automation(call.Body));
        number.Automation = call.BodyJson is { Length: > 0 } body ? body : [.. "{}"u8];
        return ApiAnswer.Done();
    }

    // Meta's example of a number without a key shows a blank one.
    public static ApiAnswer ReadPublicKey(ApiCall call, EmulatedNumber number) => ApiAnswer.Success(json =>
    {
        json.WriteStartArray("data");
        json.WriteStartObject();
        json.WriteString("business_public_key", number.PublicKey ?? " ");
        json.WriteString("business_public_key_signature_status", number.PublicKey is null ? "MISMATCH" : "VALID");
        json.WriteEndObject();
        json.WriteEndArray();
    });

    public static ApiAnswer SetPublicKey(ApiCall call, EmulatedNumber number)
    {
        ApiCall.Check(RegistrationRules.PublicKey(call.Text("business_public_key")));
        number.PublicKey = call.Text("business_public_key");
        return ApiAnswer.Done();
    }
}
