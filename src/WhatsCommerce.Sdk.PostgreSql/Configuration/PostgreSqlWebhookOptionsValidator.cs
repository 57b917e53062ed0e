using Microsoft.Extensions.Options;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// Validates the options when they are first used, and at startup of an app with a host. Generated from their attributes.
/// </summary>
[OptionsValidator]
internal sealed partial class PostgreSqlWebhookOptionsValidator : IValidateOptions<PostgreSqlOptions>
{
    /// <summary>Returns the validated options, or the defaults, for stores that are created without dependency injection.</summary>
    public static PostgreSqlOptions Checked(PostgreSqlOptions? options)
    {
        options ??= new();
        ValidateOptionsResult result = new PostgreSqlWebhookOptionsValidator().Validate(Options.DefaultName, options);
        return result.Succeeded
            ? options
            : throw new OptionsValidationException(Options.DefaultName, typeof(PostgreSqlOptions), result.Failures ?? []);
    }
}
