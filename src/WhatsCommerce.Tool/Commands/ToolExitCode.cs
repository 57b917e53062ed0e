namespace WhatsCommerce.Tool.Commands;

/// <summary>The exit codes of all commands.</summary>
internal static class ToolExitCode
{
    /// <summary>It did what was asked, and found nothing wrong.</summary>
    public const int Ok = 0;

    /// <summary>
    /// It ran to its end, and something failed or was found: a rejected row, a webhook that was not taken, a failed check.
    /// </summary>
    public const int Findings = 1;

    /// <summary>The command line, a setting or a file is wrong. Nothing was done.</summary>
    public const int WrongUse = 2;

    /// <summary>Meta, the emulator or the address could not be reached, or refused the whole request.</summary>
    public const int Unreachable = 3;

    /// <summary>Ended by Ctrl+C or SIGTERM before it was through.</summary>
    public const int Canceled = 130;
}
