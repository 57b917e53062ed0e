namespace CatalogUpload;

/// <summary>What the program tells the script that runs it.</summary>
internal enum ExitCode
{
    /// <summary>Every row is in the catalog.</summary>
    AllIn = 0,

    /// <summary>The upload is through; some rows were rejected, or it is not certain of them. The table names them.</summary>
    SomeRejected = 1,

    /// <summary>No file, a file without the columns it needs, or settings that are missing or wrong. Nothing was sent.</summary>
    WrongUse = 2,

    /// <summary>Meta refused the upload as a whole, or could not be reached. Run it again, and it goes on.</summary>
    EndedEarly = 3,

    /// <summary>Ctrl+C. Run it again, and it goes on.</summary>
    Interrupted = 130,
}
