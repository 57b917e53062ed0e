using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Storefronts;

/// <summary>What the options of all providers have in common.</summary>
public abstract class ProviderOptions
{
    private protected ProviderOptions(string title) => Title = title;

    /// <summary>Gets or sets what customers read on the button, at most 20 characters.</summary>
    public string Title { get; set; }

    /// <summary>Gets or sets the same in other languages, by language such as <c>es</c>.</summary>
    [SuppressMessage(
        "Usage", "CA2227:Collection properties should be read only", Justification = "Options are assigned as often as they are added to.")]
    public IDictionary<string, string> Titles { get; set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Gets or sets a value indicating whether keys of the provider's test mode may be used in the environment <c>Production</c>. Unless it
    /// is set, that is an error at start. Payments of the test mode still need <see cref="StorefrontOptions.AllowTestPayments"/>.
    /// </summary>
    public bool AllowTestKeys { get; set; }

    /// <summary>
    /// Gets or sets the address of the provider's API in tests, such as a local server; the provider's own when it is
    /// <see langword="null"/>. It must be of https, or of this machine: the keys are sent there.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>Gets or sets the path of the section that the options were bound to, for messages.</summary>
    internal string? SectionPath { get; set; }

    /// <summary>Gets a value indicating whether the keys are those of the provider's test mode.</summary>
    internal abstract bool IsTestMode { get; }

    /// <summary>What is missing or wrong, a sentence each.</summary>
    internal abstract IEnumerable<string> Problems();

    internal string TitleFor(string language) => Titles.TryGetValue(language, out string? title) ? title : Title;
}
