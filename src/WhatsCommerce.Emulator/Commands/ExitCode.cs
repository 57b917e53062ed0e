namespace WhatsCommerce.Emulator.Commands;

/// <summary>How the command ends.</summary>
internal static class ExitCode
{
    /// <summary>It was ended by Ctrl+C or SIGTERM, or told what it was asked.</summary>
    public const int Ended = 0;

    /// <summary>The state could not be kept.</summary>
    public const int Failed = 1;

    /// <summary>An option is wrong: its value, its file, a port that is taken.</summary>
    public const int WrongOption = 2;
}
