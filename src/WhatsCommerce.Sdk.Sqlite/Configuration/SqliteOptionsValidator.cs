using Microsoft.Extensions.Options;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// Validates the options when they are first used, and at startup of an app with a host. Generated from their attributes.
/// </summary>
[OptionsValidator]
internal sealed partial class SqliteOptionsValidator : IValidateOptions<SqliteOptions>
{
    /// <summary>Returns the validated options, or the defaults, for stores that are created without dependency injection.</summary>
    public static SqliteOptions Checked(SqliteOptions? options)
    {
        options ??= new();
        ValidateOptionsResult result = new SqliteOptionsValidator().Validate(Options.DefaultName, options);
        return result.Succeeded
            ? options
            : throw new OptionsValidationException(Options.DefaultName, typeof(SqliteOptions), result.Failures ?? []);
    }
}
