namespace WhatsCommerce.Emulator.Commands;

/// <summary>The exit codes of the command.</summary>
internal static class ExitCode
{
    /// <summary>It was stopped by Ctrl+C or SIGTERM, or printed what was requested.</summary>
    public const int Ended = 0;

    /// <summary>The state could not be saved.</summary>
    public const int Failed = 1;

    /// <summary>An option is invalid: its value, its file, a port that is in use.</summary>
    public const int WrongOption = 2;
}
