using Microsoft.Extensions.Options;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// Validates the options when they are first used, and at startup of an app with a host. Generated from their attributes.
/// </summary>
[OptionsValidator]
internal sealed partial class RabbitMqOptionsValidator : IValidateOptions<RabbitMqOptions>
{
    /// <summary>Returns the validated options, for a queue that is created without dependency injection.</summary>
    public static RabbitMqOptions Checked(RabbitMqOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ValidateOptionsResult result = new RabbitMqOptionsValidator().Validate(Options.DefaultName, options);
        return result.Succeeded
            ? options
            : throw new OptionsValidationException(Options.DefaultName, typeof(RabbitMqOptions), result.Failures ?? []);
    }
}
