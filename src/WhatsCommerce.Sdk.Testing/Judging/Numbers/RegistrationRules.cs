using WhatsCommerce.Testing.Judging.Calls;

namespace WhatsCommerce.Testing.Judging.Numbers;

/// <summary>The rules for registering a number and for its settings. Source: Meta's published OpenAPI description.</summary>
internal static class RegistrationRules
{
    private const int CodeDigits = 6;
    private const int Prompts = 3;
    private const int PromptText = 80;
    private const int Commands = 30;
    private const int KeyBits = 2048;

    private static readonly string[] Settings = ["calling", "payload_encryption", "storage_configuration", "user_identity_change"];

    /// <summary>The PIN of two-step verification.</summary>
    public static Refusal? Pin(string? pin) => Digits("pin", pin);

    /// <summary>The code that arrived by SMS or voice; any six digits are accepted here.</summary>
    public static Refusal? Code(string? code) => Digits("code", code);

    /// <summary>Validates the request for a code.</summary>
    public static Refusal? CodeRequest(string? method, string? language) =>
        string.IsNullOrWhiteSpace(method) ? Refusals.Required("code_method")
        : method.ToUpperInvariant() is not ("SMS" or "VOICE") ? Refusals.NotOneOf("code_method", "SMS, VOICE", method)
        : string.IsNullOrWhiteSpace(language) ? Refusals.Required("language")
        : null;

    /// <summary>Validates a change of <c>/settings</c>.</summary>
    public static Refusal? Change(JsonElement? settings, bool isRegistered)
    {
        Place request = new(settings, "");
        string[] named = [.. Settings.Where(name => request[name].IsThere)];
        return named.Length == 0
            ? Refusals.InvalidParameter($"One of {string.Join(", ", Settings)} is required.")
            : named.Select(name => request[name].AllowObject()).FirstOrDefault(refusal => refusal is not null)
                ?? CallSettingRules.Judge(request["calling"])
                ?? Storage(request["storage_configuration"], isRegistered)
                ?? IdentityCheck(request["user_identity_change"]);
    }

    /// <summary>Validates conversational components: prompts and commands.</summary>
    public static Refusal? Automation(JsonElement? automation)
    {
        Place request = new(automation, "");
        return request["enable_welcome_message"].AllowBoolean()
            ?? (request["prompts"].IsThere ? request["prompts"].NeedArray("prompts", 0, Prompts) : null)
            ?? request["prompts"].Each(prompt => prompt.NeedText("Prompt", PromptText))
            ?? (request["commands"].IsThere ? request["commands"].NeedArray("commands", 0, Commands) : null)
            ?? request["commands"].Each(command =>
                command.NeedObject() ?? command["command_name"].NeedText() ?? command["command_description"].NeedText());
    }

    /// <summary>The public key for flows.</summary>
    public static Refusal? PublicKey(string? pem)
    {
        if (string.IsNullOrWhiteSpace(pem))
        {
            return Refusals.Required("business_public_key");
        }

        using RSA rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            return Refusals.InvalidParameter("The parameter business_public_key must be an RSA public key in PEM format.");
        }

        return rsa.KeySize == KeyBits
            ? null
            : Refusals.InvalidParameter($"The parameter business_public_key must be an RSA key of {KeyBits} bits.");
    }

    // Meta's page names it enable_identity_key_check, its OpenAPI description enabled.
    private static Refusal? IdentityCheck(Place identity) => !identity.IsThere ? null
        : identity["enable_identity_key_check"].IsThere ? identity["enable_identity_key_check"].AllowBoolean()
        : identity["enabled"].IsThere ? identity["enabled"].AllowBoolean()
        : Refusals.Required("user_identity_change[enable_identity_key_check]");

    // Meta's page names them status and data_localization_region, its OpenAPI description enabled and region. Source: Meta, local storage.
    private static Refusal? Storage(Place storage, bool isRegistered)
    {
        if (!storage.IsThere)
        {
            return null;
        }

        string? region = storage["data_localization_region"].Text ?? storage["region"].Text;
        bool isOn = storage["status"].Text?.ToUpperInvariant() == "IN_COUNTRY_STORAGE_ENABLED"
            || storage["enabled"].Json is { ValueKind: JsonValueKind.True };
        return isRegistered
            ? Refusals.InvalidParameter("Local storage can only be changed while the number is not registered: deregister it first.")
            : isOn && region is not { Length: 2 } ? Refusals.Required("data_localization_region")
            : null;
    }

    private static Refusal? Digits(string name, string? text) =>
        string.IsNullOrWhiteSpace(text) ? Refusals.Required(name)
        : text.Length != CodeDigits || text.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? Refusals.InvalidParameter($"The parameter {name} must have six digits.")
            : null;
}
