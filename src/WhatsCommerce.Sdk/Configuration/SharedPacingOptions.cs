namespace WhatsCommerce;

/// <summary>Configures how several instances of an app share the rate of sending.</summary>
public sealed class SharedPacingOptions
{
    /// <summary>
    /// Gets or sets the number by which each instance divides the rate while the database does not respond: the largest number of instances
    /// that send. While only some instances reach the database, the total may exceed the rate by their share. <see langword="null"/>, the
    /// default, makes messages wait until the database responds.
    /// </summary>
    [NumberBetween(1, 1_000, ErrorMessage = "{0} must be from 1 to 1,000, or absent for messages to wait.")]
    public int? FallbackInstances { get; set; }
}

[OptionsValidator]
internal sealed partial class SharedPacingOptionsValidator : IValidateOptions<SharedPacingOptions>;
