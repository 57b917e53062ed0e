namespace CatalogUpload;

/// <summary>The exit code of the program.</summary>
internal enum ExitCode
{
    /// <summary>Every row is in the catalog.</summary>
    AllIn = 0,

    /// <summary>The upload has completed; some rows were rejected, or their outcome is unknown. They are listed in the output.</summary>
    SomeRejected = 1,

    /// <summary>No file, a file without the required columns, or missing or invalid settings. Nothing was sent.</summary>
    WrongUse = 2,

    /// <summary>Meta refused the whole upload, or could not be reached. Run the program again to continue.</summary>
    EndedEarly = 3,

    /// <summary>Stopped with Ctrl+C. Run the program again to continue.</summary>
    Interrupted = 130,
}
