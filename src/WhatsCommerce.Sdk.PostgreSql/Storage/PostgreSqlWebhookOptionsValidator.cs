using Microsoft.Extensions.Options;

namespace WhatsCommerce.Webhooks;

/// <summary>Checks the options when they are first needed, and at the start of an app with a host. Generated from their attributes.</summary>
[OptionsValidator]
internal sealed partial class PostgreSqlWebhookOptionsValidator : IValidateOptions<PostgreSqlWebhookOptions>
{
    /// <summary>The options, or the usual ones, once they are found right: for stores that are made by hand.</summary>
    public static PostgreSqlWebhookOptions Checked(PostgreSqlWebhookOptions? options)
    {
        options ??= new();
        ValidateOptionsResult result = new PostgreSqlWebhookOptionsValidator().Validate(Options.DefaultName, options);
        return result.Succeeded
            ? options
            : throw new OptionsValidationException(Options.DefaultName, typeof(PostgreSqlWebhookOptions), result.Failures ?? []);
    }
}
