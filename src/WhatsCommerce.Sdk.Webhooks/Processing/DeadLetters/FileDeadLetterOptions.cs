using System.Reflection;

namespace WhatsCommerce.Webhooks;

/// <summary>The options of <see cref="FileDeadLetterStore"/>.</summary>
/// <remarks>
/// Bound to the key <c>DeadLetters</c> of the section that is passed to <c>AddWhatsCommerceWebhooks</c>. All endpoints share them.
/// </remarks>
public sealed class FileDeadLetterOptions
{
    /// <summary>
    /// Gets or sets the path of the file, such as <c>/var/lib/shop/dead-letters.jsonl</c>. The file must outlive the process, be on a local
    /// disk or a volume that supports file locks, and be used by no other process.
    /// </summary>
    /// <remarks>
    /// The default is <c>WhatsCommerce/{app}/dead-letters.jsonl</c> in the user's application data folder (<c>~/.local/share</c> on Linux).
    /// In a container that folder is lost with the container: set a path on a mounted volume.
    /// </remarks>
    public string? Path { get; set; }

    /// <summary>
    /// Gets a value indicating whether the letters are written to a container's own file system by default, not by choice.
    /// </summary>
    internal bool IsLostWithContainer =>
        string.IsNullOrWhiteSpace(Path) && Environment.GetEnvironmentVariable("DOTNET_RUNNING_IN_CONTAINER") == "true";

    internal string EffectivePath => System.IO.Path.GetFullPath(string.IsNullOrWhiteSpace(Path) ? DefaultPath() : Path);

    private static string DefaultPath()
    {
        string data = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return System.IO.Path.Combine(
            data.Length > 0 ? data : AppContext.BaseDirectory,
            "WhatsCommerce",
            Assembly.GetEntryAssembly()?.GetName().Name ?? "app",
            "dead-letters.jsonl");
    }
}
