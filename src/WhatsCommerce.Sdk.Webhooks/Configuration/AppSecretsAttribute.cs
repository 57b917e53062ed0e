using System.ComponentModel.DataAnnotations;

namespace WhatsCommerce.Webhooks;

/// <summary>Requires at least one secret unless unsigned deliveries are allowed, each exactly as the dashboard shows it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AppSecretsAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        ArgumentNullException.ThrowIfNull(validationContext);
        WebhookOptions options = (WebhookOptions)validationContext.ObjectInstance;
        string name = validationContext.DisplayName;
        if (!options.HasSecret)
        {
            return options.AllowUnsigned || options.UsesTenants
                ? ValidationResult.Success
                : new($"{name} is empty: without the app secret Meta's deliveries cannot be told from forged ones. It is a list: set " +
                    $"{BoundSection.Describe(options.SectionPath, "AppSecrets:0")} to the secret from Meta's App Dashboard, " +
                    "\"App settings\", \"Basic\". To try things out without it, set AllowUnsigned in Development.");
        }

        if (options.AppSecrets.Count > WebhookSignature.MaxSecrets)
        {
            return new($"{name} holds {options.AppSecrets.Count} secrets, but at most {WebhookSignature.MaxSecrets} are tried. " +
                "Remove those that are no longer valid; secrets of many tenants come from a directory, see UseTenants.");
        }

        for (int i = 0; i < options.AppSecrets.Count; i++)
        {
            if (options.AppSecrets[i] is { } secret && secret.AsSpan().ContainsAnyExceptInRange('!', '~'))
            {
                return new($"{name}[{i}] must be the bare secret as the dashboard shows it, without spaces or line breaks.");
            }
        }

        return ValidationResult.Success;
    }
}
