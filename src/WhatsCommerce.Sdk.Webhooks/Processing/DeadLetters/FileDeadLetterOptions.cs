using System.Reflection;

namespace WhatsCommerce.Webhooks;

/// <summary>Where <see cref="FileDeadLetterStore"/> keeps its letters.</summary>
/// <remarks>Bound to the part <c>DeadLetters</c> of the section that is given to <c>AddWhatsCommerceWebhooks</c>. All endpoints share it.</remarks>
public sealed class FileDeadLetterOptions
{
    /// <summary>
    /// The file, such as <c>/var/lib/shop/dead-letters.jsonl</c>. It must outlive the process, be on a local disk or a volume that knows
    /// file locks, and be used by no other process.
    /// </summary>
    /// <remarks>
    /// Unless set, <c>WhatsCommerce/{app}/dead-letters.jsonl</c> below the user's folder for application data (<c>~/.local/share</c> on
    /// Linux). In a container that folder goes away with the container: set this to a path on a mounted volume.
    /// </remarks>
    public string? Path { get; set; }

    /// <summary>Whether the letters go to a container's own file system, where nobody chose to have them.</summary>
    internal bool IsLostWithContainer =>
        string.IsNullOrWhiteSpace(Path) && Environment.GetEnvironmentVariable("DOTNET_RUNNING_IN_CONTAINER") == "true";

    internal string EffectivePath => System.IO.Path.GetFullPath(string.IsNullOrWhiteSpace(Path) ? DefaultPath() : Path);

    private static string DefaultPath()
    {
        string data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return System.IO.Path.Combine(
            data.Length > 0 ? data : AppContext.BaseDirectory,
            "WhatsCommerce",
            Assembly.GetEntryAssembly()?.GetName().Name ?? "app",
            "dead-letters.jsonl");
    }
}
