namespace WhatsCommerce.Tool.Commands;

/// <summary>The exit codes of all commands.</summary>
internal static class ToolExitCode
{
    /// <summary>The command succeeded and found no problems.</summary>
    public const int Ok = 0;

    /// <summary>
    /// The command completed, but something failed or was found: a rejected row, a webhook that was not accepted, a failed check.
    /// </summary>
    public const int Findings = 1;

    /// <summary>The command line, a setting or a file is invalid. Nothing was done.</summary>
    public const int WrongUse = 2;

    /// <summary>Meta, the emulator or the address could not be reached, or rejected the whole request.</summary>
    public const int Unreachable = 3;

    /// <summary>The command was stopped by Ctrl+C or SIGTERM before it completed.</summary>
    public const int Canceled = 130;
}
