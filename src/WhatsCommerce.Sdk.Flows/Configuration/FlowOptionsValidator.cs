using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Flows;

/// <summary>Validates the options of a flow endpoint. No message contains any part of a key or a secret.</summary>
internal sealed class FlowOptionsValidator : IValidateOptions<FlowOptions>
{
    private const int LargestBody = 16 * 1024 * 1024;

    public ValidateOptionsResult Validate(string? name, FlowOptions options)
    {
        List<string> failures = [];
        CheckKeys(options, failures);
        CheckSecrets(options, failures);
        if (options.MaxBodyBytes is < 1 or > LargestBody)
        {
            failures.Add("MaxBodyBytes must be from 1 byte to 16 MB; the default is 1 MB.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void CheckKeys(FlowOptions options, List<string> failures)
    {
        if (options.PrivateKeys is not { Count: > 0 } keys)
        {
            failures.Add(
                "PrivateKeys is empty: without the private key nothing that a flow sends can be decrypted. It is a list: set "
                + $"{BoundSection.Describe(options.SectionPath, "PrivateKeys:0")} to the PEM of an RSA key, such as `openssl genrsa 2048` "
                + "prints.");
            return;
        }

        if (keys.Count > FlowOptions.MaxPrivateKeys)
        {
            failures.Add($"PrivateKeys holds {keys.Count} keys, but at most {FlowOptions.MaxPrivateKeys} are tried. Remove the old ones.");
        }

        for (int i = 0; i < keys.Count; i++)
        {
            if (FlowKey.FindFault(keys[i], options.Passphrase) is { } fault)
            {
                failures.Add($"PrivateKeys[{i}] {fault}");
            }
        }
    }

    private static void CheckSecrets(FlowOptions options, List<string> failures)
    {
        string[] secrets = [.. (options.AppSecrets ?? []).Where(static secret => !string.IsNullOrEmpty(secret))];
        if (secrets.Length == 0 && !options.AllowUnsigned)
        {
            failures.Add(
                $"AppSecrets is empty: set {BoundSection.Describe(options.SectionPath, "AppSecrets:0")} to the secret from Meta's App "
                + "Dashboard, \"App settings\", \"Basic\". If no app is connected to the flow, its requests are not signed: set "
                + "AllowUnsigned then.");
        }

        if (secrets.Length > WebhookSignature.MaxSecrets)
        {
            failures.Add($"AppSecrets holds {secrets.Length} secrets, but at most {WebhookSignature.MaxSecrets} are tried.");
        }
    }
}
