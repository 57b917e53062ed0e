namespace WhatsCommerce.Tool.Commands;

/// <summary>Thrown when a command ends early; the message says why, in a sentence for the user.</summary>
/// <param name="message">The sentence.</param>
/// <param name="exitCode">The exit code, see <see cref="ToolExitCode"/>.</param>
internal sealed class CommandFailedException(string message, int exitCode = ToolExitCode.Findings) : Exception(message)
{
    public int ExitCode => exitCode;
}
